package dev.storetwin.core.platform;

import dev.storetwin.core.journal.Disk;
import java.nio.file.Path;

/**
 * Where an inbox keeps its messages.
 *
 * @param directory of its own
 * @param sealing   what makes them unreadable to others
 */
public record InboxPlace(Disk disk, Path directory, Sealing sealing) {}
