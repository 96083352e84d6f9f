/** Facts of a shop's own, which its rules may match on. */
@NullMarked
package com.myshop.facts;

import org.jspecify.annotations.NullMarked;
