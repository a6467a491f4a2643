"""The stages: one module each, one verb each; the first find spans and links, only `assemble` builds records."""
