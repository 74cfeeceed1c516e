"""Files of coreference: mentions in chains, over tokens."""
