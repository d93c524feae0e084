/** The demo city, made whole. */
@NullMarked
package casetrail.standalone.demo;

import org.jspecify.annotations.NullMarked;
