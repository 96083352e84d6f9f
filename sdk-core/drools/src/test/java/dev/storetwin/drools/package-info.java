/** Rules that are lawful, rules that are not, and what becomes of them. */
@NullMarked
package dev.storetwin.drools;

import org.jspecify.annotations.NullMarked;
