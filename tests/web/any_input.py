"""What anybody may send to a form: sensible things, and everything that is not."""

from hypothesis import strategies as st

from tests.web.shown_forms import Control, Shown

OURS = {"_csrf", "_kommando"}
ODD = (
    *("", " ", "\0", "a\0b", "\r\n\r\n", "\u202egnp.exe", "\u200b", "٣", "²", "½", "-1", "0"),
    *("9" * 400, "1e308", "NaN", "2026-02-30", "0000", "'; DROP TABLE cases; --", "%00", "{{7*7}}"),
    *("<script>alert(1)</script>", "../../../etc/passwd", "å" * 5000, "🙂 ord " * 900, "\ufffe"),
    *("19900101-0017", "e\u0301", "null", "[]", "\U0010ffff", "a" * 100_000, "%s%n", "x\x1b[31m"),
)
KEPT = st.text(st.characters(categories=("L", "N"), max_codepoint=0x24F), min_size=1, max_size=40)
WORDS = KEPT.map(lambda text: f"Ord {text} slut.")
"""Something that somebody could have meant to write, and wants to find again."""
ANY = st.one_of(st.sampled_from(ODD), st.text(max_size=60), WORDS)


def values(control: Control) -> st.SearchStrategy[list[str]]:
    """Return what a control may be sent with: once, not at all, or several times."""
    known = st.sampled_from(control.values) if control.values else st.just("")
    if control.kind in {"text", "textarea"}:
        one: st.SearchStrategy[str] = st.one_of(WORDS, WORDS, ANY)
    else:
        one = st.one_of(known, known, known, ANY)
    return st.one_of(one.map(lambda v: [v]), one.map(lambda v: [v]), st.lists(one, max_size=3))


def posts(form: Shown) -> st.SearchStrategy[dict[str, list[str]]]:
    """Return what may be posted instead of what the form asks for."""
    controls = [each for each in form.controls.values() if each.name not in OURS]
    return st.fixed_dictionaries({each.name: values(each) for each in controls})
