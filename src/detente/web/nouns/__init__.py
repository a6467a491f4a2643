"""What the explorer answers: `get_*` of a store and a question gives a frozen struct of `web.api`, or None for what is not there.

None of them knows of requests. Every one reads a bounded part of the store and says in `bound` how much that is.
"""
