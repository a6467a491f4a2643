"""The nouns of the explorer: what may be asked of it, and what it answers; frozen structs, sent as JSON.

`asked` holds the questions, one struct a noun: its fields are the parameters of the address. The other modules hold the answers. What a
view already makes (`Entry`, `Card`, `Dossier`, …) is sent as it is. Offsets count code points of the article's text.
"""
