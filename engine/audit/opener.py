"""Checks facts that were handed out in the open: `python oppna.py FILE.zip --key PUBLIC_KEY`.

Run it after verifier.py, which it needs beside it. Whoever handed the file out has signed that each
entry says this; the entry is named by its digest, and that one the verifier has checked.
"""

import json
import sys
import zipfile

from engine.audit.verifier import Entry, is_signed


def check_facts(path: str, keys: set[str]) -> list[str]:
    """Return what is wrong with the facts in an exported file."""
    with zipfile.ZipFile(path) as file:
        told, about = json.loads(file.read("fakta.json")), json.loads(file.read("om.json"))
        entries: list[Entry] = [json.loads(x) for x in file.read("poster.jsonl").splitlines()]
    statement, digests = told["statement"], {each["sequence"]: each["digest"] for each in entries}
    found = [] if is_signed(told) else ["signaturen stämmer inte"]
    if statement["key"] not in (keys or {about["key"]}):
        found.append(f"signerat med {statement['key']}")
    if statement["stream"] != about["stream"]:
        found.append("sakuppgifterna är ett annat ärendes")
    found += [f"post {each['sequence']}: uppgiften hör till en annan post"
              for each in statement["entries"]
              if digests.get(each["sequence"]) != each["digest"]]  # fmt: skip
    return found


if __name__ == "__main__":
    wrong = check_facts(sys.argv[1], set(sys.argv[3:]))
    print(*wrong, f"{len(wrong)} fel.", sep="\n")  # noqa: T201
    sys.exit(1 if wrong else 0)
