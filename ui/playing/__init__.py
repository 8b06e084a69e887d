"""Playing a day through the real windows with simulated fingers: for pictures, and for whoever tests."""
