"""A document that somebody takes out is a PDF that all can read, and nothing in it is run."""

from engine.book.sheet import Document, Part, pdf_of

PARTS = (
    Part("Vägledning", ["Fråga först.\nSkriv sedan."], ["Boka tolk"]),
    Part("Svar", pairs=[("Vad har hänt?", "#panic() $x$ *fet* <a> \\ ]")]),
    Part("Tomt"),
)


def test_it_is_a_tagged_pdf_in_its_language_with_a_title() -> None:
    pdf = pdf_of(Document("sv", "Uppgiften", "2026-00001", "Varning", "Uttagen", PARTS))

    assert pdf.startswith(b"%PDF-1.")
    assert b"/Lang(sv)" in pdf
    assert b"pdfuaid" in pdf
    assert b"/Lang(en)" in pdf_of(Document("en", "T", "", "", "", ()))


def test_the_same_words_give_the_same_bytes() -> None:
    document = Document("sv", "Uppgiften", "2026-00001", "Varning", "Uttagen", PARTS)

    assert pdf_of(document) == pdf_of(document)
