"""What people see of records: pure functions from records to typed values that a terminal or a page prints."""
