/** The page is a frame; what it shows is the document itself. Its script is a file of its own: inline ones are forbidden. */
export const docsPage = Buffer.from(`<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>接口文档 / API — 物业服务平台 / Property office</title>
  <link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
  <main id="document"></main>
  <noscript><p>此页需要 JavaScript；接口文档原文：<a href="/api/openapi.json">openapi.json</a> / This page needs JavaScript; the document itself: <a href="/api/openapi.json">openapi.json</a></p></noscript>
  <script src="/api/docs/swagger-ui-bundle.js"></script>
  <script src="/api/docs/start.js"></script>
</body>
</html>
`);

/** validatorUrl null: else the page would show a badge of an outside service. */
export const docsScript = Buffer.from(`SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#document',
  deepLinking: true,
  docExpansion: 'list',
  validatorUrl: null,
});
`);
