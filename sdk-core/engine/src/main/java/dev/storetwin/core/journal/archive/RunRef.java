package dev.storetwin.core.journal.archive;

/**
 * Which run is meant.
 *
 * @param name     of its file, without the directory
 * @param checksum of what it says of its content: a file of the same name that says something else is another run
 */
public record RunRef(String name, int checksum) {}
