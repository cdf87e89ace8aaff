"""The nouns: of a message in `message`, of an invitation in `invitation`, which is imported only where somebody brings one."""
