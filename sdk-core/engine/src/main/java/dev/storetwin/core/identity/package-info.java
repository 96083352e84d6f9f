/**
 * Who it was, behind a key: tokens of customers.
 *
 * <p>Reads platform ids at the door; hands on subjects that say nothing without the vault.
 */
@NullMarked
package dev.storetwin.core.identity;

import org.jspecify.annotations.NullMarked;
