/** Hosts, paths, parameters and paging of v2. Source: contract v2, transport, resources and parameters. */
import { argument, comment, compare, declare, number, read, text, use } from './phrase.ts';
import { alone, inV2 } from './rule.ts';
import type { Rule } from './rule.ts';

const resources = 'stations|pools|evses|connectortypes|powerfeedtypes|connectorstatuses|roamings';

const host: Rule = {
  id: 'v2-host',
  title: 'Host of v2',
  what: '{text} is the host of EV Charge Points API v2.',
  why: 'v2 is in maintenance mode; lookup and discovery have hosts of their own.',
  guide: 'endpoints',
  advice:
    'Configure two addresses: that of v3 (lookup) and that of Search (discovery). Until the move is done, the address of a Pantograph keeps the v2 client running.',
  effort: 'minutes',
  fix: 'no',
  patterns: [
    {
      on: 'string',
      text: /\bev-v2\.(?:cit\.)?cc\.api\.here\.com/i,
      needs: 'none',
      confidence: 'high',
      proves: true,
      words: ['ev-v2.'],
    },
  ],
  cases: {
    finds: [
      alone(text('baseUrl', 'https://ev-v2.cc.api.here.com/ev')),
      alone(text('baseUrl', 'https://ev-v2.cit.cc.api.here.com')),
    ],
    leaves: [alone(text('baseUrl', 'https://evcp.hereapi.com/v3')), alone(comment('was ev-v2.cc.api.here.com'))],
  },
};

const path: Rule = {
  id: 'v2-path',
  title: 'Path of v2',
  what: '{text} is a path of v2.',
  why: 'v3 has no search: what is near is asked of Search (browse, discover), and details of what it found of v3 (locations).',
  guide: 'discovery',
  advice:
    'stations and alongroute become /v1/browse followed by /v3/locations?ids=; stations/{id}, pools/{id} and the bulks become /v3/locations; connectortypes and roamings become /v3/countryMetadata; evses/bulk becomes the EVSEs of /v3/locations.',
  effort: 'hour',
  fix: 'partly',
  patterns: [
    {
      on: 'string',
      text: new RegExp(String.raw`\/ev\/(?:${resources})\b[^\s"'?]*`),
      needs: 'none',
      confidence: 'high',
      proves: true,
      words: ['/ev/'],
    },
    {
      on: 'string',
      text: /\b(?:stations|pools|evses)\/(?:bulk|count|alongroute(?:\/count)?)\.(?:json|xml)\b/,
      needs: 'none',
      confidence: 'high',
      proves: true,
      words: ['s/bulk.', 's/count.', 's/alongroute'],
    },
    {
      on: 'string',
      text: new RegExp(String.raw`(?:^|\/|\})(?:${resources})(?:\/[^\s"'?]*)?\.(?:json|xml)\b`),
      needs: 'project',
      confidence: 'medium',
      words: resources.split('|'),
    },
    {
      on: 'string',
      text: new RegExp(String.raw`^(?:\/ev|\/?ev\/|\/?(?:${resources})(?:\/(?:bulk|count))?\/?)$`),
      context: /url|path|endpoint|route|resource|get|request|fetch|base/i,
      needs: 'file',
      confidence: 'medium',
    },
    // The rest of the path is put in.
    { on: 'string', text: /(?:^|[^\w])\/?ev\/(?=\$|\{|%[sd@]|\\\(|$)/, needs: 'file', confidence: 'medium' },
  ],
  cases: {
    finds: [
      alone(text('url', 'https://charging.example/ev/stations.json?prox=52.5,13.4,500')),
      alone(text('path', 'evses/bulk.json')),
      alone(text('path', '/ev/pools/246abc.xml')),
      inV2(text('path', 'stations/count.json')),
      inV2(text('path', 'stations.json')),
    ],
    leaves: [
      alone(text('path', 'stations.json')),
      alone(text('path', '/v3/locations')),
      alone(comment('see /ev/stations.json')),
      inV2(text('path', 'weather.json')),
      alone(text('path', '/dev/stations')),
    ],
  },
};

const searchParameters = new Map([
  ['prox', 'in=circle:lat,lng;r=metres with at=lat,lng'],
  ['bbox', 'in=bbox:west,south,east,north'],
  ['corridor', 'route=polyline;w=metres'],
  ['maxresults', 'limit'],
  ['emsp', 'evStation[eMobilityServiceProviderPartnerIds]'],
  ['strictcount', 'nothing'],
]);

const parameter: Rule = {
  id: 'v2-parameter',
  title: 'Parameter of v2',
  what: 'The parameter {text} is of v2; discovery has {becomes}.',
  why: 'Geospatial search and EV filters are asked of Search, which names its parameters otherwise; the order of coordinates in a box differs too.',
  guide: 'discovery',
  advice: 'Ask discovery with its own parameters, then look up the places it found.',
  effort: 'minutes',
  fix: 'partly',
  patterns: [
    {
      on: 'string',
      text: /(?:[?&]|^)connectortype=/,
      becomes: 'evStation[connectorTypeIds]',
      needs: 'none',
      confidence: 'high',
      proves: true,
      words: ['connectortype='],
    },
    // Only v2 writes it all in small letters.
    {
      on: 'name',
      text: /^connectortype$/,
      values: new Map([['connectortype', 'evStation[connectorTypeIds]']]),
      needs: 'none',
      confidence: 'medium',
      proves: true,
      words: ['connectortype'],
    },
    { on: 'name', values: searchParameters, roles: ['key'], needs: 'file', confidence: 'medium' },
    {
      on: 'string',
      becomes: 'parameters of its own',
      text: /[?&](?:prox|bbox|corridor|maxresults|emsp)=/,
      needs: 'file',
      confidence: 'high',
    },
    {
      on: 'string',
      text: /[?&](?:prox|maxresults)=/,
      becomes: 'parameters of its own',
      needs: 'project',
      confidence: 'medium',
      words: ['prox=', 'maxresults='],
    },
  ],
  cases: {
    finds: [
      alone(text('query', '?connectortype=31,34&prox=52.5,13.4,5000')),
      alone(argument('connectortype', '31')),
      inV2(argument('prox', '52.5,13.4,5000')),
      inV2(argument('maxresults', '50')),
    ],
    leaves: [
      alone(argument('prox', '52.5,13.4,5000')),
      alone(argument('bbox', '1,2,3,4')),
      alone(argument('limit', '20')),
      alone(comment('connectortype=31')),
    ],
  },
};

const credentials: Rule = {
  id: 'v2-credentials',
  title: 'Credentials of v2',
  what: '{text} belongs to the pair app_id and app_code.',
  why: 'That pair is the oldest of the ways in; v3 and Search take a bearer token or apiKey.',
  guide: 'endpoints',
  advice: 'Use a token or an API key for both services.',
  effort: 'minutes',
  fix: 'no',
  patterns: [
    {
      on: 'name',
      text: /^app_code$/,
      values: new Map([['appcode', '']]),
      needs: 'project',
      confidence: 'medium',
      words: ['app_code'],
    },
    { on: 'name', text: /^app_id$/, values: new Map([['appid', '']]), needs: 'file', confidence: 'medium' },
    { on: 'string', text: /[?&]app_(?:id|code)=/, needs: 'file', confidence: 'high' },
  ],
  cases: {
    finds: [inV2(argument('app_code', 'abc')), inV2(text('query', '?app_id=abc&app_code=def'))],
    leaves: [alone(argument('app_code', 'abc')), inV2(argument('apiKey', 'abc'))],
  },
};

const paging: Rule = {
  id: 'v2-paging',
  title: 'Paging of v2',
  what: '{text} belongs to paging by offset and hasMore.',
  why: 'Search pages with limit and offset of its own and ends at a fixed number of places; v3 is asked by ids, 100 at a time.',
  guide: 'endpoints',
  advice: 'Let the client library page: it iterates over places, and looks them up in batches.',
  effort: 'minutes',
  fix: 'no',
  patterns: [{ on: 'name', values: new Map([['hasmore', '']]), needs: 'file', confidence: 'medium' }],
  cases: {
    finds: [inV2(read('answer', 'hasMore'))],
    leaves: [alone(read('answer', 'hasMore')), inV2(read('answer', 'hasNext')), inV2(number('limit', 50))],
  },
};

const format: Rule = {
  id: 'v2-format',
  title: 'Answer read as XML',
  what: '{text} reads XML.',
  why: 'v3 and Search answer JSON only.',
  guide: 'response',
  advice: 'Read the answers as JSON; in typed languages generate the types from the OpenAPI document.',
  effort: 'hours',
  fix: 'no',
  oncePerFile: true,
  patterns: [
    {
      on: 'name',
      values: new Map(
        [
          'DOMParser XMLParser XmlPullParser XmlPullParserFactory SAXParser SAXParserFactory DocumentBuilderFactory',
          'XMLInputFactory XmlMapper JAXBContext ElementTree XmlDocument XDocument XmlSerializer XmlReader XmlElement',
          'simplexml_load_string SimpleXMLElement DOMDocument XMLReader XmlRootElement JacksonXmlProperty xml2js',
        ].flatMap((names) => names.split(' ').map((each) => [each.replaceAll('_', '').toLowerCase(), ''] as const)),
      ),
      roles: ['plain', 'access', 'key'],
      needs: 'file',
      confidence: 'medium',
    },
    {
      on: 'string',
      text: /^(?:fast-xml-parser|xml2js|sax|@xmldom\/xmldom|encoding\/xml|package:xml\/xml\.dart|libxmljs2?)$/,
      needs: 'file',
      confidence: 'medium',
    },
  ],
  cases: {
    finds: [inV2(use('DOMDocument')), inV2(use('XmlPullParser')), inV2(use('DOMParser'))],
    leaves: [
      alone(use('DOMParser')),
      alone(text('library', 'xml2js')),
      inV2(compare(['format'], 'json')),
      inV2(declare('xmlns')),
    ],
  },
};

export const addressRules: readonly Rule[] = [host, path, parameter, credentials, paging, format];
