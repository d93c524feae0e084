package casetrail.query.timeline;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts together what answers what happened to one case; the case file's configuration has to be there too. */
@Configuration(proxyBeanMethods = false)
@Import(TimelineController.class)
public class TimelineConfiguration {}
