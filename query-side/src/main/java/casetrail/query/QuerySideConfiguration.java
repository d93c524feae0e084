package casetrail.query;

import casetrail.query.attachments.DownloadController;
import casetrail.query.casefile.CaseFileConfiguration;
import casetrail.query.caselist.CaseListConfiguration;
import casetrail.query.handling.HandlingConfiguration;
import casetrail.query.logfeed.LogFeedConfiguration;
import casetrail.query.timeline.TimelineConfiguration;
import casetrail.query.upkeep.UpkeepConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything that the query side answers. Who imports it provides the log, the readers of stored events, the vault and who is asking;
 * it asks for no engine by name.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    CaseFileConfiguration.class,
    CaseListConfiguration.class,
    HandlingConfiguration.class,
    CaseListConfiguration.class,
    TimelineConfiguration.class,
    LogFeedConfiguration.class,
    UpkeepConfiguration.class,
    DownloadController.class
})
public class QuerySideConfiguration {}
