/** Speed and accuracy runs: reads shop data, hands on figures. */
@NullMarked
package dev.storetwin.benchmarks;

import org.jspecify.annotations.NullMarked;
