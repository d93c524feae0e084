package casetrail.edge.attachments;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of attachments.
 *
 * @param sizeMax the largest that is taken in
 */
@ConfigurationProperties("casetrail.attachments")
public record AttachmentProperties(@DefaultValue("20MB") DataSize sizeMax) {}
