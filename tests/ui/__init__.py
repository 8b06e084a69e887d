"""Tests of the screens, on Qt without a screen."""
