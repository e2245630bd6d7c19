"""The tables hang together."""

from engine.db.tables import METADATA


def test_every_table_that_belongs_to_a_case_refers_to_it() -> None:
    apart = {"process_sets", "people", "cases", "timers", "trail", "commands", "chores",
             "substitutions", "mails", "mailboxes", "habits", "saved_filters",
             "anchors", "anchored_heads", "anchors_sent", "statistics", "exports", "model_drafts",
             "model_saves", "publication_proposals", "publication_events", "reviews",
             "previews", "move_choices", "disposals", "rehearsals", "tallies", "courses",
             "reruns", "webhooks", "outgoing", "service_accounts", "repeats", "sittings",
             "second_factors", "recovery_codes"}  # fmt: skip
    tables = {name: table for name, table in METADATA.tables.items() if name not in apart}

    assert set(tables) == {"instances", "open_tasks", "drafts", "records", "messages", "events",
                           "participants", "incidents", "disclosures", "attachments", "notes",
                           "proposals", "follow_ups", "disqualifications", "notices", "markings",
                           "permits", "figures", "contacts", "errands",
                           "extracts", "preview_cases", "case_moves", "holds",
                           "disposal_cases", "erasures", "analysed", "incoming"}  # fmt: skip
    for table in tables.values():
        assert [key.target_fullname for key in table.c.case_id.foreign_keys] == ["cases.id"]
