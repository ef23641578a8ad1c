"""Finding it: full-text search over readings, with the engine hidden behind small types."""
