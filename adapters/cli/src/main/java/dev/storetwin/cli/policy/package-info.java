/**
 * Which policy to order by, told: reads a study of policies, hands on a JSON object and a table to read.
 */
@NullMarked
package dev.storetwin.cli.policy;

import org.jspecify.annotations.NullMarked;
