/** Facts of a host that embeds the twin. */
@NullMarked
package dev.storetwin.drools.host;

import org.jspecify.annotations.NullMarked;
