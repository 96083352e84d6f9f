/** Facts of a shop's own, which its rules may match on. */
@NullMarked
package dev.storetwin.rules.examples.own.facts;

import org.jspecify.annotations.NullMarked;
