"""The process book: every diagram with its tasks, deadlines and messages, as SVG and one PDF.

And what an agency has in a case, as a PDF.

contents    gathers what is told of each process;  order: in which order, and who starts whom
words       lengths and deadlines in Swedish
plates      cuts a drawing to pages on which it can be read
dossier     sets an agency's part of a case, for a reader or an archive;  dossier.typ: how it looks
press       writes the files;  typeface: finds letters;  book.typ: how the pages look
"""
