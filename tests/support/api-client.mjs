/**
 * Owns speaking to a running server as a person would: sign in at the admin panel, then call the plugin's routes.
 * Used by the case runner, the integration tests and the benches.
 */
export class ApiClient {
  /** @param {string} baseUrl @param {string | null} token @param {string} name */
  constructor(baseUrl, token, name) {
    this.baseUrl = baseUrl;
    this.token = token;
    this.name = name;
  }

  /** @param {string} baseUrl @param {string} email @param {string} password */
  static async signIn(baseUrl, email, password) {
    const response = await fetch(`${baseUrl}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`Expected ${email} to sign in, but got ${response.status}`);
    const body = await response.json();
    return new ApiClient(baseUrl, body.data.token ?? body.data.accessToken, email);
  }

  /**
   * @param {string} method @param {string} path @param {unknown} [body]
   * @returns {Promise<{ status: number, body: any }>}
   */
  async call(method, path, body) {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    // A stream has no end to wait for: that it opened is the answer.
    if ((response.headers.get('content-type') ?? '').includes('event-stream')) {
      await response.body?.cancel();
      return { status: response.status, body: '' };
    }
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, body: isJson && text ? JSON.parse(text) : text };
  }

  /**
   * The bytes of a file, streamed. @param {string} path @param {string} fileName
   * @param {Uint8Array | AsyncIterable<Uint8Array>} content
   * @returns {Promise<{ status: number, body: any }>}
   */
  async upload(path, fileName, content) {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method: 'POST',
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(fileName),
      },
      body: content,
      duplex: 'half',
    });
    return { status: response.status, body: await response.json() };
  }

  /** @param {string} path @returns {Promise<{ status: number, headers: Headers, bytes: Buffer }>} */
  async download(path) {
    const response = await fetch(`${this.baseUrl}${path}`, {
      headers: this.token ? { authorization: `Bearer ${this.token}` } : {},
    });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** The body, or an error that names the call and the problem. @param {string} path */
  async get(path) {
    return this.#expectOk('GET', path);
  }

  /** @param {string} path @param {unknown} body */
  async post(path, body) {
    return this.#expectOk('POST', path, body);
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  async #expectOk(method, path, body) {
    const answer = await this.call(method, path, body);
    if (answer.status < 300) return answer.body;
    const told = answer.body?.error?.en ?? answer.body?.error?.message ?? JSON.stringify(answer.body).slice(0, 300);
    throw new Error(`${method} ${path} as ${this.name}: ${answer.status} ${told}`);
  }
}
