package casetrail.command.cases.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The bound of a field of a request: characters of a text, elements of a list, or the value of a number. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Bound {

    int min() default 0;

    int max();
}
