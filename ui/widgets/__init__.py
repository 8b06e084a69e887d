"""The parts that screens are made of: buttons a finger can use, words, cards, bars, seats."""
