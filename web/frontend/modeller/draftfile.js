// One file of a draft on the server: read, and saved over exactly what was read (If-Match).

export class DraftFile {
  constructor({ address, csrf }) {
    Object.assign(this, { address, csrf, hash: null });
  }

  async load() {
    const answer = await fetch(this.address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.status);
    this.hash = answer.headers.get("ETag").replace(/^W\//, "").replaceAll('"', "");
    return answer.text();
  }

  // Returns { status, ...what the server says }; a status of 0 means that it could not be reached.
  async save(content) {
    try {
      const answer = await fetch(this.address, {
        method: "PUT",
        body: content,
        headers: { "X-CSRFToken": this.csrf, "If-Match": `"${this.hash}"` },
      });
      const said = await answer.json().catch(() => ({}));
      if (answer.ok) this.hash = said.hash;
      return { ...said, status: answer.status };
    } catch {
      return { status: 0 };
    }
  }
}
