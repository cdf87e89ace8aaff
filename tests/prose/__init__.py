"""The net under the words: every message that answers can lead to is held against rules, and the rules against seeded faults."""
