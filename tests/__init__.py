"""Tests of sphinxext-profile."""
