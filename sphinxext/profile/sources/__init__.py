"""What we read: pages' words, data files and bibliographies become records."""
