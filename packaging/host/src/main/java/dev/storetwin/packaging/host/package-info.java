/** A small application with rules of its own; reads a made-up shop, hands on what its rules say about it. */
@NullMarked
package dev.storetwin.packaging.host;

import org.jspecify.annotations.NullMarked;
