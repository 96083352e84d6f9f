/** The builder: plugs the rooms together, reads the host's options, hands on a ready twin. */
@NullMarked
package dev.storetwin.core;

import org.jspecify.annotations.NullMarked;
