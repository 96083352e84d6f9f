package dev.storetwin.testing.disk;

import java.util.random.RandomGenerator;

/** A file or a directory. */
sealed interface Node permits FileNode, DirectoryNode {

    /** A copy in which nothing was forced in addition. */
    Node afterKill();

    /** What a loss of power leaves of it. */
    Node afterPowerCut(RandomGenerator chance);
}
