/**
 * The configuration of an nginx that shares requests between instances of the site, as an ingress does: one that does not
 * answer is left alone for a while, and its request is asked again to another.
 * @param listen `127.0.0.1:8080`
 * @param ports those of the instances, on loopback
 * @param state the only folder that nginx writes in
 */
export function renderBalancer(listen: string, ports: readonly number[], state: string): string {
  return `worker_processes 1;
pid ${state}/nginx.pid;
error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${state}/body;
  proxy_temp_path ${state}/proxy;
  fastcgi_temp_path ${state}/fastcgi;
  uwsgi_temp_path ${state}/uwsgi;
  scgi_temp_path ${state}/scgi;
  upstream site {
${ports.map((port) => `    server 127.0.0.1:${port} max_fails=1 fail_timeout=5s;`).join('\n')}
    keepalive 64;
  }
  server {
    listen ${listen};
    location / {
      proxy_pass http://site;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_connect_timeout 1s;
      proxy_next_upstream error timeout http_502 http_503;
      # A page is small: received whole before it is sent on, it can still be asked of another when its sender dies midway.
      proxy_buffers 16 64k;
      proxy_buffer_size 64k;
    }
  }
}
`;
}
