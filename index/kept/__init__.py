"""The library that is kept: documents read once, searched whenever, in a folder of the user's.

    library        open and search it: `KeptLibrary`
    adding         add files and folders to it, forget them
    repairing      find damage, and build the index again

    folder         where what is, written whole or not at all
    lock           one writer at a time
    coding         a reading as bytes
    readings       the files of readings, named by the hash of their bytes
    catalogue      the documents of a generation, and the checksums of its index
    records        what the judge needs of a paragraph, kept in the index
    finding        which files are new, changed, moved, gone
    making         from a file to what is kept of it, in parallel
    writing        one commit after another

Whatever happens at whatever moment, the library is what it was after some commit. There is one
commit point, the renaming of Whoosh's table of contents; readings, segments and the catalogue are
on the disk before, under names that nobody looks at until then. Nothing is trusted that is read
back: a reading is what its name says or is not shown; an index is what the catalogue says or is
put aside and built again from the readings; the catalogue says of itself what it is.
"""
