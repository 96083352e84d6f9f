/** Linear and mixed integer programs: a small model, a port to whoever solves them, and what to give up when one has no answer. */
@NullMarked
package dev.storetwin.core.solver;

import org.jspecify.annotations.NullMarked;
