/** Guardrails in DRL: reads rule files and facts, hands on verdicts. */
@NullMarked
package dev.storetwin.drools;

import org.jspecify.annotations.NullMarked;
