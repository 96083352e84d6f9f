/**
 * Where models are kept: under the address of their bytes, with champion and challenger by name.
 *
 * <p>Reads and writes files, or memory; hands out stored models and who stands where.
 */
@NullMarked
package dev.storetwin.core.model;

import org.jspecify.annotations.NullMarked;
