/**
 * The words everyone uses: identifiers, money, quantities, actors.
 *
 * <p>Reads nothing. Hands plain, immutable values to every other room.
 */
@NullMarked
package dev.storetwin.type;

import org.jspecify.annotations.NullMarked;
