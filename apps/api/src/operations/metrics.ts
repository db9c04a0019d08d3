/** Measures of this process in the text format of Prometheus 0.0.4. */
export function metricsText(): string {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    metric('process_resident_memory_bytes', 'gauge', rss),
    metric('nodejs_heap_size_used_bytes', 'gauge', heapUsed),
    metric('process_cpu_seconds_total', 'counter', (user + system) / 1e6),
    metric('process_start_time_seconds', 'gauge', Math.round(Date.now() / 1000 - process.uptime())),
  ].join('');
}

function metric(name: string, type: 'gauge' | 'counter', value: number): string {
  return `# TYPE ${name} ${type}\n${name} ${value}\n`;
}
