/** The twin's own threads, as a guest keeps them: each is named, and gone when its owner is closed. */
@NullMarked
package dev.storetwin.core.thread;

import org.jspecify.annotations.NullMarked;
