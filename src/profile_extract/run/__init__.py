"""Running extractions where they can do no harm: a report is a job, a job runs in a process of its own."""
