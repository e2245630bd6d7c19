"""What an agency keeps of a case beside the forms: contacts, errands, consents, papers."""
