"""The reader's own decisions on a reading, kept beside the text and never in it.

decision   what was decided of which words, and when
placing    finding the words of a decision again in a reading
applying   the reading as the reader has decided it
chains     who speaks through whom, after a voice has changed
sidecar    all decisions on a document, as bytes and back
lines      decisions written out for other people and programs, and taken back in
"""
